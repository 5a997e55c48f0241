CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT, city TEXT, born INTEGER, score REAL);
CREATE TABLE visit(id INTEGER PRIMARY KEY, page TEXT, visitor INTEGER, seconds REAL);
CREATE INDEX visit_page ON visit(page);
INSERT INTO person
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
  SELECT i, char(65 + i % 26, 97 + i * 7 % 26, 97 + i * 11 % 26) || 'an' || i, 'city' || (i * 31 % 97), 1930 + i * 13 % 90, i * 37 % 1000 / 8.0 FROM n;
CREATE INDEX person_city ON person(city, born);
SELECT city, count(*), avg(score), max(born) FROM person GROUP BY city ORDER BY 2 DESC, city LIMIT 10;
SELECT a.name, b.name FROM person a JOIN person b ON a.city = b.city AND a.born = b.born AND a.id < b.id ORDER BY a.name, b.name LIMIT 25;
UPDATE person SET score = score * 1.5 WHERE born BETWEEN 1950 AND 1970;
DELETE FROM person WHERE id % 17 = 0;
SELECT count(*), round(sum(score), 2) FROM person WHERE name LIKE '%a%n%3%';
SELECT name, score, rank() OVER (PARTITION BY city ORDER BY score DESC) AS r FROM person WHERE born > 1990 ORDER BY r, name LIMIT 30;
WITH RECURSIVE
  x(v) AS (VALUES(-2.0) UNION ALL SELECT v + 0.1 FROM x WHERE v < 1.2),
  y(v) AS (VALUES(-1.0) UNION ALL SELECT v + 0.1 FROM y WHERE v < 1.0),
  m(i, cx, cy, a, b) AS (
    SELECT 0, x.v, y.v, 0.0, 0.0 FROM x, y
    UNION ALL SELECT i + 1, cx, cy, a * a - b * b + cx, 2.0 * a * b + cy FROM m WHERE (a * a + b * b) < 4.0 AND i < 20)
SELECT sum(i), max(i), count(*) FROM m;
SELECT group_concat(upper(substr(name, 1, 3)), ',') FROM (SELECT name FROM person ORDER BY born, name LIMIT 100);
SELECT json_extract(json_group_array(json_object('n', name, 's', score)), '$[7].n') FROM (SELECT * FROM person ORDER BY id LIMIT 500);
