"""Scripts put together: one for every page, others on use, all importing as files do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from agir.pages.assets import gather
from agir.pages.scripts import ScriptError, shared_script, smaller

if TYPE_CHECKING:
    from pathlib import Path


def draw(root: Path, **files: str) -> list[Path]:
    """Components by name, a "/" written as "__": `one__a_shared` is one/a.shared.js."""
    paths = []
    for name, text in files.items():
        path = root / "components" / f"{name.replace('__', '/').replace('_', '.')}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        paths.append(path)
    return paths


def test_shared_modules_stand_before_what_imports_them(tmp_path: Path) -> None:
    paths = draw(
        tmp_path,
        two__b_shared='import { add } from "./a.shared.js";\nexport const twice = (x) => add(x, x);\n',  # noqa: E501
        two__a_shared="export function add(x, y) {\n  return x + y;\n}\n",
    )
    expected = """\
function add(x, y) {
return x + y;
}
const twice = (x) => add(x, x);
export { add, twice };
"""
    assert shared_script(paths) == expected


def test_a_module_loaded_on_use_imports_the_built_files(tmp_path: Path) -> None:
    draw(
        tmp_path,
        one__a_shared="export const one = 1;\n",
        two__b_lazy='import { one } from "../one/a.shared.js";\nexport const two = one + 1;\n',
        two__c_lazy='import { two } from "./b.lazy.js";\nexport const three = two + 1;\n',
        one__wake='const later = () => import("../two/c.lazy.js");\n',
    )
    assets = gather(tmp_path)
    built = {name: path.rpartition("/")[2] for name, (path, _text) in assets.files.items()}
    assert f'from "./{built["shared.js"]}"' in assets.files["b.js"][1].decode()
    assert f'from "./{built["b.js"]}"' in assets.files["c.js"][1].decode()
    assert f'import("./{built["c.js"]}")' in assets.files["agir.js"][1].decode()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"one__a_shared": "export const x = 1;\n", "two__b_shared": "const x = 2;\n"},
            "b.shared.js and a.shared.js both name something x",
        ),
        (
            {
                "one__a_shared": 'import { b } from "./b.shared.js";\n',
                "one__b_shared": 'import { a } from "./a.shared.js";\n',
            },
            "a.shared.js -> b.shared.js -> a.shared.js",
        ),
        (
            {"one__a_lazy": "const a = 1;\n", "two__a_lazy": "const a = 2;\n"},
            "two scripts are called a.lazy.js",
        ),
    ],
    ids=["a name twice", "a ring", "a file's name twice"],
)
def test_scripts_that_cannot_be_put_together_say_why(tmp_path: Path, files, said) -> None:
    draw(tmp_path, **files)
    with pytest.raises(ScriptError, match=said):
        gather(tmp_path)


def test_a_script_made_smaller_says_the_same() -> None:
    script = """/** Why. */
    const a = "//no remark"; // goes
    // goes
    b("{} // said");
    c(`; // said`, '; // said', a); // it's one that stays
"""
    assert (
        smaller(script)
        == """const a = "//no remark";
b("{} // said");
c(`; // said`, '; // said', a); // it's one that stays
"""
    )
