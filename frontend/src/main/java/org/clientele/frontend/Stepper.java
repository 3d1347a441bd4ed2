package org.clientele.frontend;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;

/** Shows where one is in a wizard; it is not a control. */
public class Stepper extends OrderedList {
    private final List<ListItem> steps;

    public Stepper(List<String> labels) {
        addClassName("stepper");
        steps = labels.stream().map(ListItem::new).toList();
        steps.forEach(step -> step.addClassName("step"));
        steps.forEach(this::add);
        setCurrent(0);
    }

    /** Marks the step with this index, from 0, as current and those before it as done. */
    public final void setCurrent(int current) {
        for (int i = 0; i < steps.size(); i++) {
            mark(steps.get(i), i, current);
        }
    }

    private static void mark(ListItem step, int index, int current) {
        if (index < current) {
            step.getElement().setAttribute("data-state", "done");
        } else {
            step.getElement().removeAttribute("data-state");
        }
        if (index == current) {
            step.getElement().setAttribute("aria-current", "step");
        } else {
            step.getElement().removeAttribute("aria-current");
        }
    }
}
