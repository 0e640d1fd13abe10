"""Reads the files that the access page makes, each with a parser of its own language, and prints the two policies that
each of them holds as one JSON document: {"cloudFormation": {"trust": …, "read": …}, "terraform": …, "powerShell": …}.

Usage: read_access_files.py FOLDER
"""

import json
import pathlib
import sys

import hcl2
import tree_sitter_powershell
import yaml
from tree_sitter import Language, Parser


def from_cloudformation(path):
    role = yaml.safe_load(path.read_text())["Resources"]["RolewireRole"]["Properties"]
    return {"trust": role["AssumeRolePolicyDocument"], "read": role["Policies"][0]["PolicyDocument"]}


def from_terraform(path):
    with path.open() as file:
        parsed = unquoted(hcl2.load(file))
    documents = {}
    for data in parsed["data"]:
        documents.update(data["aws_iam_policy_document"])
    return {
        "trust": terraform_document(documents["rolewire_trust"]),
        "read": terraform_document(documents["rolewire_read"]),
    }


def terraform_document(document):
    """What the data source `aws_iam_policy_document` makes of its blocks."""
    return {"Version": "2012-10-17", "Statement": [terraform_statement(one) for one in document["statement"]]}


def terraform_statement(block):
    statement = {"Sid": block["sid"], "Effect": "Allow", "Action": block["actions"]}
    if "resources" in block:
        statement["Resource"] = block["resources"]
    for principals in block.get("principals", []):
        statement["Principal"] = {principals["type"]: principals["identifiers"]}
    for condition in block.get("condition", []):
        statement["Condition"] = {condition["test"]: {condition["variable"]: condition["values"]}}
    return statement


def unquoted(value):
    """python-hcl2 leaves the quotes of HCL strings on."""
    if isinstance(value, dict):
        return {unquoted(key): unquoted(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [unquoted(inner) for inner in value]
    if isinstance(value, str) and value.startswith('"'):
        return json.loads(value)
    return value


def from_powershell(path):
    root = Parser(Language(tree_sitter_powershell.language())).parse(path.read_bytes()).root_node
    if root.has_error:
        raise SystemExit(f"{path.name} does not parse as PowerShell")
    texts = [text[1:-1].replace("''", "'") for text in verbatim_strings(root)]
    trust, read = [json.loads(text) for text in texts if text.startswith("{")]
    return {"trust": trust, "read": read}


def verbatim_strings(node):
    if node.type == "verbatim_string_characters":
        yield node.text.decode()
    for child in node.children:
        yield from verbatim_strings(child)


folder = pathlib.Path(sys.argv[1])
print(
    json.dumps(
        {
            "cloudFormation": from_cloudformation(folder / "rolewire-access.yaml"),
            "terraform": from_terraform(folder / "rolewire-access.tf"),
            "powerShell": from_powershell(folder / "rolewire-access.ps1"),
        }
    )
)
