package org.clientele.common.ui.condition;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.dom.DomEvent;
import java.util.List;
import org.clientele.common.ui.condition.Completion.Proposal;

/** Shows what fits at the cursor of a text: arrow down goes into the list, enter takes, escape leaves it. */
final class CompletionPopup extends Popover {
    private static final String VALUE = "element.inputElement.value";
    private static final String CARET = "element.inputElement.selectionStart";
    private static final String TYPING =
            "!['ArrowDown', 'ArrowUp', 'Escape', 'Enter', 'Tab', 'Shift'].includes(event.key)";
    private static final String ENTERING = "event.key === 'ArrowDown' && element.hasAttribute('proposing')";
    private static final int PAUSE = 150;

    private final TextArea text;
    private final transient ConditionSubjects fields;
    private final ListBox<Proposal> list = new ListBox<>();
    private String typed = "";
    private int caret;

    CompletionPopup(TextArea text, ConditionSubjects fields) {
        this.text = text;
        this.fields = fields;
        setTarget(text);
        setPosition(PopoverPosition.BOTTOM_START);
        setOpenOnClick(false);
        setOpenOnFocus(false);
        setOpenOnHover(false);
        setAutofocus(false);
        setAriaLabel(getTranslation("customer.condition.proposals"));
        list.setRenderer(new ComponentRenderer<>(CompletionPopup::line));
        list.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null && chosen.isFromClient()) {
                take(chosen.getValue());
            }
        });
        add(list);
        addOpenedChangeListener(opened -> text.getElement().setAttribute("proposing", opened.isOpened()));
        text.getElement()
                .addEventListener("keyup", this::typed)
                .setFilter(TYPING)
                .addEventData(VALUE)
                .addEventData(CARET)
                .debounce(PAUSE);
        text.getElement()
                .addEventListener("keydown", pressed -> list.getElement().executeJs("this.items[0]?.focus()"))
                .setFilter(ENTERING);
    }

    private static Div line(Proposal proposal) {
        Span name = new Span(proposal.name());
        name.addClassName("caption");
        Div line = new Div(new Span(proposal.text().strip()), name);
        line.addClassNames("row", "nowrap");
        return line;
    }

    private void typed(DomEvent event) {
        propose(
                event.getEventData().get(VALUE).asString(),
                event.getEventData().get(CARET).asInt());
    }

    /** Shows what fits at a place of a text. */
    void propose(String written, int place) {
        typed = written;
        caret = Math.clamp(place, 0, written.length());
        List<Proposal> proposals = Completion.at(written, caret, fields);
        list.setItems(proposals);
        setOpened(!proposals.isEmpty());
    }

    /** Writes a proposal in the place of what was typed of it. */
    void take(Proposal proposal) {
        setOpened(false);
        text.setValue(proposal.in(typed, caret));
        int next = proposal.caret(caret);
        text.getElement()
                .executeJs(
                        "this.inputElement.focus(); setTimeout(() => this.inputElement.setSelectionRange($0, $0))",
                        next);
        propose(text.getValue(), next);
    }
}
