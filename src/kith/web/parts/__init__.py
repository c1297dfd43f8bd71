"""Frozen values of the parts that pages are made of; each file has its macro of the same name in ``components/``."""
