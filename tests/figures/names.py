"""Where routes live, and which names say little: figures about how quickly a reader finds a thing."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from tests.figures.checkout import Module

# Words that say that something happened, or where, and not what a thing is.
VAGUE = frozenset("found told said asked heard shown kept laid one here there around".split())  # noqa: SIM905
METHODS = frozenset({"get", "post", "route"})


def routes_elsewhere(house: Mapping[str, Module]) -> list[str]:
    """The modules that hold a route and are not called `routes`, nor lie in a folder of that name."""
    return [name for name, module in house.items() if "routes" not in name.split(".") and _has_route(module)]


def _has_route(module: Module) -> bool:
    return any(_is_route(decorator) for function in module.functions() for decorator in function.decorator_list)


def _is_route(decorator: ast.expr) -> bool:
    """Whether this is `@something.get("/…")` or its like."""
    if not isinstance(decorator, ast.Call) or not isinstance(decorator.func, ast.Attribute):
        return False
    path = decorator.args[0] if decorator.args else None
    is_path = isinstance(path, ast.Constant) and str(path.value).startswith("/")
    return decorator.func.attr in METHODS and (is_path or isinstance(path, ast.JoinedStr))


def classes_twice(house: Mapping[str, Module]) -> dict[str, list[str]]:
    """The names that more than one module gives to a class of its own, with those modules."""
    where = defaultdict(set)
    for name, module in house.items():
        for found in module.classes():
            where[found.name].add(name)
    return {name: sorted(modules) for name, modules in sorted(where.items()) if len(modules) > 1}


def vague_names(house: Mapping[str, Module]) -> list[str]:
    """Modules, classes and public functions called by a vague word, as `module` or `module.name`."""
    called = [name for name in house if name.rpartition(".")[2] in VAGUE]
    for name, module in house.items():
        defined = [node.name for node in module.classes()]
        defined += [node.name for node in module.tree.body if isinstance(node, ast.FunctionDef)]
        called += [f"{name}.{own}" for own in defined if own.lower() in VAGUE]
    return sorted(called)


def vague_parts(house: Mapping[str, Module]) -> Counter[str]:
    """How often each vague word is a part of the name of a module, class or public function: `told_in`, `OneAsked`."""
    names = [name.rpartition(".")[2] for name in house]
    for module in house.values():
        names += [node.name for node in (*module.classes(), *module.functions()) if node.name[0] != "_"]
    return Counter(word for name in names for word in _words(name) if word in VAGUE)


def _words(name: str) -> list[str]:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_")


def vague_loops(house: Mapping[str, Module]) -> Counter[str]:
    """How often a vague word is the variable of a loop."""
    return Counter(name for module in house.values() for name in _loop_variables(module.tree) if name in VAGUE)


def _loop_variables(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension):
            yield from (part.id for part in ast.walk(node.target) if isinstance(part, ast.Name))
