SELECT (SELECT count(*) FROM lines WHERE target IS NULL) + (SELECT count(*) FROM offered WHERE target IS NULL)
  + (SELECT count(*) FROM marked WHERE target IS NULL)
