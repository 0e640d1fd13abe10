"""Reads collecting scripts with a parser of PowerShell's own grammar, and prints what each of them asks AWS for:
{"name.ps1": [["ec2 describe-instances --region $region", "{Reservations: …}"], …]}.

Usage: read_powershell_collector.py SCRIPT…
"""

import json
import pathlib
import sys

import tree_sitter_powershell
from tree_sitter import Language, Parser


def asked(path):
    root = Parser(Language(tree_sitter_powershell.language())).parse(path.read_bytes()).root_node
    if root.has_error:
        raise SystemExit(f"{path.name} does not parse as PowerShell")
    return [arguments(command) for command in commands(root) if name_of(command) == "Ask"]


def commands(node):
    if node.type == "command":
        yield node
    for child in node.children:
        yield from commands(child)


def name_of(command):
    name = command.child_by_field_name("command_name")
    return None if name is None else name.text.decode()


def arguments(command):
    expandable, verbatim = [], []
    strings(command, expandable, verbatim)
    return [expandable[0].replace("`$", "$"), " ".join(verbatim[0].split())]


def strings(node, expandable, verbatim):
    if node.type == "expandable_string_literal":
        expandable.append(node.text.decode()[1:-1])
    elif node.type == "verbatim_string_characters":
        verbatim.append(node.text.decode()[1:-1])
    else:
        for child in node.children:
            strings(child, expandable, verbatim)


print(json.dumps({path.name: asked(path) for path in map(pathlib.Path, sys.argv[1:])}))
