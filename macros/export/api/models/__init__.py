"""The contract of the API, v1: a model for each kind of record, which schemas, OpenAPI and tables are made from.

Fields may be added within v1, never renamed or removed. Dates are ISO 8601, unknown is ``null``. A kind without a model
here is published as its records are written (:mod:`macros.export.api.derived`).
"""
