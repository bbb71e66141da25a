#!/usr/bin/env python3
"""Tries the examples of the scripts that measure pictures: small ones with known answers. Run by `make test`."""

import doctest
import sys

import measure_stability
from pictures import graph, measures, tools

results = [doctest.testmod(module) for module in (measures, graph, tools, measure_stability)]
attempted = sum(result.attempted for result in results)
print(f"measures of pictures: {attempted} examples")
sys.exit(any(result.failed for result in results) or not attempted)
