-- Words beside it were looked for along this index, row by row, instead of in the index of words.
DROP INDEX search_promises_day;
