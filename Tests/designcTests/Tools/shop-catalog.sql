-- The database catalog-db of samples/shop, as somebody would build it by hand.
CREATE TYPE product_status AS ENUM ('draft','listed','sold_out','retired');
CREATE TYPE banner_place AS ENUM ('home_top','home_side','checkout');
CREATE TABLE category (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent_id int REFERENCES category ON DELETE RESTRICT, slug varchar(80) NOT NULL UNIQUE, name text NOT NULL);
CREATE INDEX category_by_parent ON category(parent_id);
CREATE TABLE product (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), category_id int NOT NULL REFERENCES category ON DELETE RESTRICT,
 sku varchar(40) NOT NULL UNIQUE, name text NOT NULL, description text NOT NULL, price numeric(12,2) NOT NULL CHECK (price>=0),
 currency char(3) NOT NULL DEFAULT 'EUR', cost numeric(12,2) NOT NULL, stock int NOT NULL DEFAULT 0 CHECK(stock>=0), status product_status NOT NULL DEFAULT 'draft',
 search_text text NOT NULL GENERATED ALWAYS AS (lower(name || ' ' || description)) STORED, changed_at timestamptz NOT NULL DEFAULT now());
CREATE INDEX product_by_category ON product(category_id, status);
CREATE INDEX product_listed ON product(changed_at DESC) WHERE status='listed';
CREATE TABLE product_image (product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE, position int NOT NULL, object_key text NOT NULL, alternative_text text, PRIMARY KEY(product_id, position));
CREATE TABLE banner (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), place banner_place NOT NULL, title text NOT NULL, image_key text NOT NULL, target_url text NOT NULL, starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL CHECK (ends_at>starts_at));
CREATE INDEX banner_by_time ON banner(place, starts_at, ends_at);
CREATE TABLE reservation (id uuid PRIMARY KEY, product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE, order_id uuid NOT NULL, quantity int NOT NULL CHECK(quantity>0), expires_at timestamptz NOT NULL);
CREATE INDEX reservation_by_product ON reservation(product_id);
CREATE INDEX reservation_by_expiry ON reservation(expires_at);
