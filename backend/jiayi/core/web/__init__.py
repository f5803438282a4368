"""How a feature speaks HTTP: schemas, problems, paging, the OpenAPI document."""
