SELECT scenario, turn, arg_max(number, run), arg_max(question, run) FROM asked GROUP BY place, scenario, turn ORDER BY place
