--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4 (Debian 16.4-1)

SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
\connect bookshop

CREATE SCHEMA sales;
COMMENT ON SCHEMA sales IS 'What is sold, and to whom';
CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;

CREATE TYPE sales.order_state AS ENUM ('placed', 'paid', 'on its way');
CREATE DOMAIN public.email AS public.citext
    CONSTRAINT email_check CHECK ((VALUE ~ '^.+@.+$'::public.citext));

CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  NEW.changed_at := now(); -- CREATE TABLE nothing (id int);
  RETURN NEW;
END
$body$;

CREATE TABLE public.customer (
    id bigint NOT NULL,
    mail public.email NOT NULL,
    name character varying(80),
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    changed_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    score numeric(5,2) DEFAULT 0.0,
    place public.geography(Point,4326)
);
ALTER TABLE public.customer OWNER TO shop;
COMMENT ON TABLE public.customer IS 'Whoever has ordered.
Once is enough.';
COMMENT ON COLUMN public.customer.mail IS 'As they wrote it';
CREATE SEQUENCE public.customer_id_seq START WITH 1;
ALTER TABLE ONLY public.customer ALTER COLUMN id SET DEFAULT nextval('public.customer_id_seq'::regclass);

CREATE TABLE sales."order" (
    id bigint GENERATED ALWAYS AS IDENTITY,
    customer_id bigint NOT NULL,
    state sales.order_state DEFAULT 'placed'::sales.order_state NOT NULL,
    note text DEFAULT 'it''s new',
    net numeric(12,2) CHECK (net >= (0)::numeric),
    gross numeric(12,2) GENERATED ALWAYS AS ((net * 1.07)) STORED,
    placed_on date DEFAULT CURRENT_DATE NOT NULL,
    CONSTRAINT late CHECK ((placed_on > '2000-01-01'::date))
) PARTITION BY RANGE (placed_on);
CREATE TABLE sales.order_2026 PARTITION OF sales."order" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE sales.order_2025 (LIKE sales."order");
ALTER TABLE ONLY sales."order" ATTACH PARTITION sales.order_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE sales.order_line (
    order_id bigint, line smallserial, title text COLLATE "C" NOT NULL, other integer
);

COPY public.customer (id, mail) FROM stdin;
1	CREATE TABLE a (b int);
2	it's
\.

ALTER TABLE ONLY public.customer ADD CONSTRAINT customer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY sales."order"
    ADD CONSTRAINT order_pkey PRIMARY KEY (id, placed_on);
ALTER TABLE ONLY sales.order_line ADD CONSTRAINT lines PRIMARY KEY (order_id, line);
ALTER TABLE ONLY sales.order_line ADD CONSTRAINT one_title UNIQUE (order_id, title);
CREATE UNIQUE INDEX customer_mail ON public.customer USING btree (lower((mail)::text)) WHERE (name IS NOT NULL);
CREATE INDEX customer_tags ON ONLY public.customer USING gin (tags) INCLUDE (name);
CREATE INDEX recent ON sales."order" USING btree (placed_on DESC NULLS LAST, note text_pattern_ops);
ALTER TABLE ONLY sales."order"
    ADD CONSTRAINT order_customer FOREIGN KEY (customer_id) REFERENCES public.customer(id) ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE;
ALTER TABLE ONLY sales.order_line ADD CONSTRAINT gone FOREIGN KEY (other) REFERENCES sales.nowhere(id);
CREATE TRIGGER touch BEFORE INSERT OR UPDATE OF name ON public.customer FOR EACH ROW EXECUTE FUNCTION public.touch();
CREATE TRIGGER touch BEFORE UPDATE ON sales.order_line FOR EACH ROW EXECUTE FUNCTION public.touch();
CREATE VIEW sales.open AS
 SELECT id, -- the key
    'two
lines' AS text
   FROM sales."order";
CREATE MATERIALIZED VIEW sales.daily AS SELECT placed_on, count(*) FROM sales."order" GROUP BY placed_on WITH NO DATA;
COMMENT ON MATERIALIZED VIEW sales.daily IS 'For the board';
GRANT SELECT ON TABLE public.customer TO reader;
