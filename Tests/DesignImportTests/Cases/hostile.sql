CREATE TABLE "table" (
  "a`b" int, "primary key" int PRIMARY KEY, "" int, "x	y" text, "line
end" text, "‮turned" text DEFAULT 'a‮b', title text, "title" text, id int REFERENCES "table", check int,
  no_type, CHECK (title <> '`' AND id > 0), CHECK (title <> '
'),
  FOREIGN KEY (nothing) REFERENCES "table", FOREIGN KEY (id, title) REFERENCES "table" (id)
);
CREATE TYPE "weird enum" AS ENUM ('', ' ', 'a`b', 'a', 'a', 'ä', '1');
CREATE TABLE public (public "weird enum" DEFAULT 'a`b', hostile int);
CREATE TABLE hostile ("database" "odd type"(3), price decimal(1, 2, 3), list int[][]);
CREATE INDEX i ON hostile (nowhere);
CREATE INDEX ON hostile (((price)));
CREATE INDEX j ON nowhere (a);
CREATE VIEW hostile AS SELECT 1;
ALTER TABLE nowhere ADD COLUMN a int;
ALTER TABLE hostile RENAME TO renamed;
ALTER TABLE renamed DROP COLUMN list;
ALTER TABLE renamed FROBNICATE everything;
COMMENT ON COLUMN renamed.nothing IS 'x';
COMMENT ON TABLE renamed IS '``` # no *heading*
/// {';
FROBNICATE; ;; %%;
CREATE TABLE open (a int, b text DEFAULT 'never closed
