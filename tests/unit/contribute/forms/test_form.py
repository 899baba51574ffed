"""The descriptions of the forms fit the models."""

from __future__ import annotations

import pytest

from macros.contribute.forms.form import FORMS
from macros.records.kinds import IN_FILES


@pytest.mark.parametrize("name", FORMS)
def test_a_form_asks_for_every_required_field_and_none_that_is_not_there(name: str):
    form = FORMS[name]
    fields = IN_FILES[form.kind].model_fields
    asked = {*form.asked, *form.further, *form.fixed}
    assert asked <= set(fields)
    assert {field for field, described in fields.items() if described.is_required()} <= asked
    assert form.must <= asked
