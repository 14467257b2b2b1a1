"""Writes batches of random scenarios, one a file: generate.py SEED FILES FOLDER"""
import sys
from packed import batch
from scenarios import Scenarios

seed, files, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
scenarios = Scenarios(seed)
for number in range(files):
    with open('%s/%04d.batch' % (folder, number), 'wb') as file:
        file.write(batch([scenarios.scenario() for _ in range(scenarios.random.randrange(12))]))
