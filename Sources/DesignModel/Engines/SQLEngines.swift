/// Relational databases, after the manuals of the newest version named; as of 2026-06.
extension Engine {
  /// PostgreSQL 18 manual, chapter 8, with the types of the extensions that come with it, of PostGIS and of pgvector.
  static let postgresql = Engine(
    "postgresql", hasArrays: true,
    versions: "7.4 8.0 8.1 8.2 8.3 8.4 9.0 9.1 9.2 9.3 9.4 9.5 9.6 10 11 12 13 14 15 16 17 18",
    [
      (.integer, 0...0, "smallint, integer, bigint, int, int2, int4, int8, oid"),
      (.integer, 0...0, "smallserial, serial, bigserial, serial2, serial4, serial8"),
      (.decimal, 0...2, "numeric, decimal"), (.decimal, 0...0, "money"),
      (.float, 0...0, "real, double precision, float4, float8"), (.float, 0...1, "float"),
      (.boolean, 0...0, "boolean, bool"),
      (.text, 0...1, "character varying, varchar, character, char, bpchar, nchar, national character"),
      (.text, 0...1, "national character varying"), (.text, 0...0, "text, name, citext"),
      (.binary, 0...0, "bytea"), (.other, 0...1, "bit, bit varying, varbit"),
      (.date, 0...0, "date"),
      (.time, 0...1, "time, timetz, time with time zone, time without time zone"),
      (.timestamp, 0...1, "timestamp, timestamptz, timestamp with time zone, timestamp without time zone"),
      (.interval, 0...1, "interval, interval year to month, interval day to second"),
      (.uuid, 0...0, "uuid"), (.json, 0...0, "json, jsonb, jsonpath"),
      (.other, 0...0, "xml, inet, cidr, macaddr, macaddr8, tsvector, tsquery, pg_lsn, pg_snapshot, hstore"),
      (.other, 0...0, "ltree, point, line, lseg, box, path, polygon, circle, xid, xid8, regclass"),
      (.other, 0...0, "int4range, int8range, numrange, tsrange, tstzrange, daterange"),
      (.other, 0...0, "int4multirange, int8multirange, nummultirange, tsmultirange, tstzmultirange"),
      (.other, 0...0, "datemultirange"), (.other, 0...2, "geometry, geography"),
      (.other, 0...1, "vector, halfvec, sparsevec"),
    ])

  private static let mysqlTypes: [(Category, ClosedRange<Int>, String)] = [
    (.integer, 0...1, "tinyint, smallint, mediumint, int, integer, bigint"), (.integer, 0...0, "serial"),
    (.decimal, 0...2, "decimal, numeric, dec, fixed"),
    (.float, 0...2, "float, double, double precision, real"),
    (.boolean, 0...0, "boolean, bool"), (.other, 0...1, "bit"),
    (.text, 0...1, "char, character, nchar, national character, text"),
    (.text, 1...1, "varchar, character varying, nvarchar, national varchar, national character varying"),
    (.text, 0...0, "tinytext, mediumtext, longtext"), (.text, 1...65_535, "enum, set"),
    (.binary, 0...1, "binary, blob"), (.binary, 1...1, "varbinary"),
    (.binary, 0...0, "tinyblob, mediumblob, longblob"), (.date, 0...0, "date"), (.date, 0...1, "year"),
    (.time, 0...1, "time"), (.timestamp, 0...1, "datetime, timestamp"), (.json, 0...0, "json"),
    (.other, 0...0, "geometry, point, linestring, polygon, multipoint, multilinestring, multipolygon"),
    (.other, 0...0, "geometrycollection"), (.other, 0...1, "vector"),
  ]

  /// MySQL 9 reference manual, chapter 13.
  static let mysql = Engine(
    "mysql", versions: "3.23 4.0 4.1 5.0 5.1 5.5 5.6 5.7 8.0 8.1 8.2 8.3 8.4 9.0 9.1 9.2 9.3 9.4 9.5 9.6",
    mysqlTypes)

  /// MariaDB server documentation, data types.
  static let mariadb = Engine(
    "mariadb",
    versions: "5.1 5.2 5.3 5.5 10.0 10.1 10.2 10.3 10.4 10.5 10.6 10.7 10.8 10.9 10.10 10.11 11.0 11.1 11.2 "
      + "11.3 11.4 11.5 11.6 11.7 11.8 12.0 12.1 12.2",
    mysqlTypes + [
      (.uuid, 0...0, "uuid"), (.other, 0...0, "inet4, inet6"), (.decimal, 0...2, "number"),
      (.text, 1...1, "varchar2"), (.text, 0...0, "clob"), (.binary, 1...1, "raw"),
    ])

  /// SQLite's own names and those that its documentation lists as examples of affinity (datatype3.html); any other it
  /// takes, too, but without a meaning of its own.
  static let sqlite = Engine(
    "sqlite", versions: "1 2 3",
    [
      (.integer, 0...1, "integer, int, tinyint, smallint, mediumint, bigint, int2, int8"),
      (.text, 0...1, "text, char, character, varchar, character varying, nchar, nvarchar, clob"),
      (.float, 0...0, "real, double, double precision, float"), (.decimal, 0...2, "numeric, decimal"),
      (.boolean, 0...0, "boolean, bool"), (.binary, 0...0, "blob"), (.date, 0...0, "date"),
      (.time, 0...0, "time"), (.timestamp, 0...0, "datetime, timestamp"), (.json, 0...0, "json, jsonb"),
      (.uuid, 0...0, "uuid"), (.other, 0...0, "any"),
    ])

  /// SQL Server 2025, Transact-SQL reference, data types; with their ISO synonyms.
  static let sqlserver = Engine(
    "sqlserver", versions: "2000 2005 2008 2012 2014 2016 2017 2019 2022 2025",
    [
      (.integer, 0...0, "tinyint, smallint, int, bigint, integer"), (.boolean, 0...0, "bit"),
      (.decimal, 0...2, "decimal, numeric, dec"), (.decimal, 0...0, "money, smallmoney"),
      (.float, 0...1, "float"), (.float, 0...0, "real, double precision"),
      (.text, 0...1, "char, varchar, nchar, nvarchar, character, character varying, national character"),
      (.text, 0...1, "national character varying"), (.text, 0...0, "text, ntext, sysname"),
      (.binary, 0...1, "binary, varbinary"), (.binary, 0...0, "image, rowversion, timestamp"),
      (.date, 0...0, "date"), (.time, 0...1, "time"), (.timestamp, 0...1, "datetime2, datetimeoffset"),
      (.timestamp, 0...0, "datetime, smalldatetime"), (.uuid, 0...0, "uniqueidentifier"),
      (.json, 0...0, "json"), (.other, 0...0, "xml, sql_variant, geography, geometry, hierarchyid"),
      (.other, 1...2, "vector"),
    ])

  /// Oracle Database 23ai SQL language reference, chapter 2; with the ANSI types it takes.
  static let oracle = Engine(
    "oracle", versions: "8 9 10 11 12 18 19 20 21 23 26",
    [
      (.decimal, 0...2, "number, numeric, decimal, dec"), (.integer, 0...0, "integer, int, smallint"),
      (.float, 0...1, "float"), (.float, 0...0, "binary_float, binary_double, real, double precision"),
      (.text, 1...2, "varchar2, nvarchar2, varchar, character varying"),
      (.text, 0...2, "char, nchar, character, national character"),
      (.text, 1...1, "national character varying"), (.text, 0...0, "clob, nclob, long, long varchar"),
      (.binary, 1...1, "raw"), (.binary, 0...0, "blob, bfile, long raw"), (.boolean, 0...0, "boolean, bool"),
      (.timestamp, 0...0, "date"),
      (.timestamp, 0...1, "timestamp, timestamp with time zone, timestamp with local time zone"),
      (.interval, 0...2, "interval year to month, interval day to second"), (.json, 0...0, "json"),
      (.other, 0...0, "rowid, xmltype, sdo_geometry, uritype"), (.other, 0...1, "urowid"),
      (.other, 0...3, "vector"),
    ])
}
