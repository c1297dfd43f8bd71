"""Runs Splink on Spark, for what outgrows one machine."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
from pyspark.sql import SparkSession
from splink import Linker
from splink.backends.spark import SparkAPI, similarity_jar_location

from kith.linkage.engines import Question, Weighed, table_to_weigh
from kith.linkage.splink_model import BY_KEYS, trained_settings


def weigh(question: Question) -> Weighed:
    """Every pair that shares a key and weighs enough: by Spark's own master, or this machine where none is set."""
    table = table_to_weigh(question)
    made = trained_settings(question.splink, dialect="spark", blocking=[BY_KEYS])
    session = (
        SparkSession.builder.config("spark.jars", similarity_jar_location())
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "described.parquet"
        pq.write_table(table, path)
        api = SparkAPI(spark_session=session, break_lineage_method="persist")
        linker = Linker(
            api.register(session.read.parquet(str(path))), made, log_level="ERROR", validate_settings=False
        )
        found = linker.inference.predict(threshold_match_weight=question.least)
        rows = session.table(found.physical_name).collect()
    pairs = ((*sorted((row["unique_id_l"], row["unique_id_r"])), row["match_weight"]) for row in rows)
    return sorted(pairs)
