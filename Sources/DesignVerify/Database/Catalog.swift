/// The questions that a database is asked about its tables. Each answers with one JSON object, which `CatalogReader` reads;
/// they change nothing.
package enum Catalog {
  /// A script for `psql`, for PostgreSQL 12 and newer (manual, chapter 53, System Catalogs). Names of schemas stand before
  /// all others' names, since no schema is searched. What belongs to an extension, and partitions, are left out.
  package static let postgresql = #"""
    BEGIN READ ONLY;
    SET LOCAL statement_timeout = '30s';
    SELECT coalesce(current_schema(), 'public') AS own \gset
    SET LOCAL search_path = '';
    SELECT json_build_object(
      'schema', :'own'::text,
      'enumerations', (
        SELECT coalesce(json_agg(json_build_object('schema', n.nspname, 'name', t.typname, 'values', (
          SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid
        )) ORDER BY n.nspname, t.typname), '[]')
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e'
      ),
      'tables', (
        SELECT coalesce(json_agg(json_build_object(
          'schema', n.nspname, 'name', c.relname,
          'kind', CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END,
          'columns', (
            SELECT coalesce(json_agg(json_build_object(
              'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
              'baseType', CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
              'notNull', a.attnotnull OR (t.typtype = 'd' AND t.typnotnull),
              'default', pg_get_expr(d.adbin, d.adrelid),
              'generated', a.attgenerated <> '', 'identity', a.attidentity <> ''
            ) ORDER BY a.attnum), '[]')
            FROM pg_attribute a
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          ),
          'primaryKey', (
            SELECT coalesce(json_agg(a.attname ORDER BY k.place), '[]')
            FROM pg_constraint p
            CROSS JOIN LATERAL unnest(p.conkey) WITH ORDINALITY AS k(number, place)
            JOIN pg_attribute a ON a.attrelid = p.conrelid AND a.attnum = k.number
            WHERE p.conrelid = c.oid AND p.contype = 'p'
          ),
          'indexes', (
            SELECT coalesce(json_agg(json_build_object(
              'name', i.relname, 'unique', x.indisunique, 'partial', x.indpred IS NOT NULL, 'method', m.amname,
              'ofKey', EXISTS (
                SELECT FROM pg_constraint p WHERE p.conindid = x.indexrelid AND p.contype IN ('p', 'u')
              ),
              'parts', (
                SELECT json_agg(coalesce(a.attname::text, pg_get_indexdef(x.indexrelid, k.place::int, true)) ORDER BY k.place)
                FROM unnest(x.indkey::smallint[]) WITH ORDINALITY AS k(number, place)
                LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.number AND k.number > 0
                WHERE k.place <= x.indnkeyatts
              )
            ) ORDER BY i.relname), '[]')
            FROM pg_index x
            JOIN pg_class i ON i.oid = x.indexrelid
            JOIN pg_am m ON m.oid = i.relam
            WHERE x.indrelid = c.oid AND x.indisvalid AND NOT x.indisexclusion
          ),
          'foreignKeys', (
            SELECT coalesce(json_agg(json_build_object(
              'columns', (
                SELECT json_agg(a.attname ORDER BY k.place)
                FROM unnest(f.conkey) WITH ORDINALITY AS k(number, place)
                JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.number
              ),
              'targetSchema', fn.nspname, 'target', fc.relname,
              'targetColumns', (
                SELECT json_agg(a.attname ORDER BY k.place)
                FROM unnest(f.confkey) WITH ORDINALITY AS k(number, place)
                JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.number
              ),
              'onDelete', CASE f.confdeltype WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict'
                WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE 'set default' END,
              'onUpdate', CASE f.confupdtype WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict'
                WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE 'set default' END
            ) ORDER BY f.conname), '[]')
            FROM pg_constraint f
            JOIN pg_class fc ON fc.oid = f.confrelid
            JOIN pg_namespace fn ON fn.oid = fc.relnamespace
            WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.conparentid = 0
          )
        ) ORDER BY n.nspname, c.relname), '[]')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND NOT c.relispartition
          AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_t%'
          AND NOT EXISTS (
            SELECT FROM pg_depend e
            WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e'
          )
      )
    );
    COMMIT;
    """#

  /// One statement for SQLite 3.37 and newer, which has `pragma_table_list` (pragma.html). What virtual tables keep their
  /// content in is left out.
  package static let sqlite = #"""
    SELECT json_object('schema', '', 'tables', (SELECT json_group_array(json(entry)) FROM (
      SELECT json_object(
        'schema', '', 'name', l.name, 'kind', CASE l.type WHEN 'view' THEN 'view' ELSE 'table' END,
        'columns', (SELECT json_group_array(json(entry)) FROM (
          SELECT json_object(
            'name', x.name, 'type', x.type, 'notNull', x."notnull", 'default', x.dflt_value,
            'generated', x.hidden IN (2, 3),
            'identity', x.pk = 1 AND upper(x.type) = 'INTEGER' AND l.wr = 0
              AND (SELECT max(y.pk) FROM pragma_table_xinfo(l.name) y) = 1
          ) AS entry
          FROM pragma_table_xinfo(l.name) x WHERE x.hidden <> 1 ORDER BY x.cid
        )),
        'primaryKey', (SELECT json_group_array(name) FROM (
          SELECT x.name FROM pragma_table_xinfo(l.name) x WHERE x.pk > 0 ORDER BY x.pk
        )),
        'indexes', (SELECT json_group_array(json(entry)) FROM (
          SELECT json_object(
            'name', i.name, 'unique', i."unique", 'partial', i.partial, 'ofKey', i.origin <> 'c',
            'parts', (SELECT json_group_array(name) FROM (
              SELECT p.name FROM pragma_index_xinfo(i.name) p WHERE p.key = 1 ORDER BY p.seqno
            ))
          ) AS entry
          FROM pragma_index_list(l.name) i ORDER BY i.name
        )),
        'foreignKeys', (SELECT json_group_array(json(entry)) FROM (
          SELECT json_object(
            'columns', json_group_array(f."from"), 'targetSchema', '', 'target', f."table",
            'targetColumns', json_group_array(f."to"), 'onDelete', f.on_delete, 'onUpdate', f.on_update
          ) AS entry
          FROM (SELECT * FROM pragma_foreign_key_list(l.name) ORDER BY id, seq) f GROUP BY f.id ORDER BY f.id
        ))
      ) AS entry
      FROM pragma_table_list l
      WHERE l.schema = 'main' AND l.type <> 'shadow' AND l.name NOT LIKE 'sqlite\_%' ESCAPE '\'
      ORDER BY l.name
    )));
    """#
}
