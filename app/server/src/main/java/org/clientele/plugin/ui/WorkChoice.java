package org.clientele.plugin.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugin.RunningWork;

/** What goes on in a vertical, and whether a change of its plugin waits for it or cancels it. Nothing where nothing goes on. */
final class WorkChoice extends Div {
    private final RadioButtonGroup<Boolean> cancel = new RadioButtonGroup<>();

    WorkChoice(List<RunningWork> work) {
        addClassName("stack");
        setVisible(!work.isEmpty());
        UnorderedList list = new UnorderedList();
        list.addClassName("changes");
        work.forEach(running -> list.add(new ListItem(new Span(line(running)))));
        cancel.setLabel(getTranslation("plugin.work.choice"));
        cancel.setItems(false, true);
        cancel.setItemLabelGenerator(yes -> getTranslation(yes ? "plugin.work.cancel" : "plugin.work.wait"));
        cancel.setValue(false);
        add(new Banner(Tone.WARN, getTranslation("plugin.work.running")), list, cancel);
    }

    boolean cancelWork() {
        return cancel.getValue();
    }

    private String line(RunningWork running) {
        String what = getTranslation("plugin.work." + running.kind());
        String named = running.subject().isEmpty() ? what : what + " · " + running.subject();
        return running.startedBy().isEmpty() ? named : named + " · " + running.startedBy();
    }
}
