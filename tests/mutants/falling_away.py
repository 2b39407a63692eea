"""Two changes that cosmic-ray does not know: a step that is not done, and a condition with one part less."""

from collections.abc import Iterable, Iterator

from cosmic_ray.operators.operator import Operator
from parso.python.tree import Keyword, PythonNode
from parso.tree import NodeOrLeaf

Span = tuple[tuple[int, int], tuple[int, int]]
STEPS = {"atom_expr", "raise_stmt", "del_stmt"}


class StepFallsAway(Operator):
    """`raise NotReady`, `self.changed_at = now()`: the guard does not guard, what was kept is not kept."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[Span]:
        if node.type == "simple_stmt" and node.search_ancestor("funcdef") and _does_something(node.children[0]):
            yield node.start_pos, node.end_pos

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:  # noqa: ARG002  cosmic-ray gives it by name
        step = node.children[0]
        node.children[0] = Keyword("pass", step.start_pos, step.get_first_leaf().prefix)
        return node

    @classmethod
    def examples(cls) -> Iterable[object]:
        return ()


class PartFallsAway(Operator):
    """`not told or not laid or public` without the second: the case that only that part knew is let through."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[Span]:
        if isinstance(node, PythonNode) and node.type in {"or_test", "and_test"}:
            for part in node.children[::2]:
                yield part.start_pos, part.end_pos

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:
        prefix = node.get_first_leaf().prefix
        # The part goes with the word after it; the last one with the word before it.
        first = min(index * 2, len(node.children) - 2)
        del node.children[first : first + 2]
        node.get_first_leaf().prefix = prefix
        return node

    @classmethod
    def examples(cls) -> Iterable[object]:
        return ()


def _does_something(step: NodeOrLeaf) -> bool:
    """Without a name that is used further on the change would not even run; that says nothing about the tests."""
    if step.type == "expr_stmt":
        return bool(step.children[0].type != "name" and step.children[1].type != "annassign")
    return step.type in STEPS or (step.type == "keyword" and step.value in {"return", "continue"})
