"""A million careers under the same rules: the rows of a population, decided by the stages that decide a case."""
