SELECT kind, id, arg_max(name, run) AS name, arg_max(name_en, run) AS name_en, arg_max(platform, run) AS platform, arg_max(place, run) AS place
FROM read_parquet({names}) WHERE kind = 'scenario' OR id = ? GROUP BY kind, id ORDER BY kind, place
