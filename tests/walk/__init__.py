"""A walker that opens every address as every role: right answer, valid, accessible, few queries, nothing external."""
