package org.clientele.segment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.Messages;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.LocalName;
import org.clientele.segment.OwnModels;
import org.clientele.segment.OwnNames;
import org.clientele.segment.SegmentUse;
import org.clientele.segment.SegmentUses;

/** What can be done with a model that was made in the portal, besides editing it. */
final class OwnModelActs {
    private final SegmentWords words;
    private final OwnModels own;
    private final SegmentUses uses;
    private final ModelDefinition model;

    OwnModelActs(SegmentWords words, OwnModels own, SegmentUses uses, ModelDefinition model) {
        this.words = words;
        this.own = own;
        this.uses = uses;
        this.model = model;
    }

    /** @param changed told when it is called otherwise or has more segments */
    Button names(Runnable changed) {
        return button("segment.own.names", () -> askNames(changed));
    }

    Button deletion() {
        return button("segment.own.delete", this::askDeletion);
    }

    private Button button(String key, Runnable work) {
        Button button = new Button(words.text(key), click -> work.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private String key() {
        return words.vertical().key();
    }

    private void askNames(Runnable changed) {
        OwnNames before = own.names(key(), model.id());
        NameFields fields = new NameFields(words);
        fields.show(before.name(), before.purpose());
        List<LocalName> known = List.copyOf(before.segments().values());
        NameRows rows = own.takesSegments(key(), model.id())
                ? NameRows.growing(known, new NameRows.Bounds(known.size(), known.size(), OwnModels.MOST_SEGMENTS))
                : NameRows.fixed(known);
        H3 heading = new H3(words.text("segment.new.segments"));
        heading.addClassName("section-title");
        ActDialog dialog = new ActDialog(
                words.text("segment.own.names.title", words.model(model)),
                words.text("common.save"),
                () -> {
                    List<LocalName> names = rows.names();
                    own.rename(
                            key(),
                            model.id(),
                            new OwnNames(
                                    fields.name(),
                                    fields.purpose(),
                                    named(before.segments().keySet(), names)),
                            added(names, known.size()));
                    Messages.done(words.text("segment.own.names.done"));
                    changed.run();
                },
                fields,
                heading,
                rows);
        dialog.setWidth("min(720px, 96vw)");
        dialog.open();
    }

    private static Map<String, LocalName> named(Iterable<String> ids, List<LocalName> names) {
        Map<String, LocalName> named = new LinkedHashMap<>();
        ids.forEach(id -> named.put(id, names.get(named.size())));
        return named;
    }

    private static List<LocalName> added(List<LocalName> names, int known) {
        return new ArrayList<>(names.subList(known, names.size()))
                .stream().filter(name -> !name.equals(LocalName.NONE)).toList();
    }

    private void askDeletion() {
        List<SegmentUse> found = uses.of(key(), model.id());
        UseTable table = new UseTable(words, model, found).withRemedies();
        if (found.stream().anyMatch(SegmentUse::breaks)) {
            new UsesDialog(words, table).open();
            return;
        }
        Div said = new Div(new Div(words.text("segment.own.delete.what")));
        said.addClassName("stack");
        if (!found.isEmpty()) {
            said.add(table);
        }
        new ActDialog(
                        words.text("segment.own.delete.title", words.model(model)),
                        words.text("segment.own.delete.do"),
                        this::delete,
                        said)
                .open();
    }

    private void delete() {
        own.delete(key(), model.id());
        UI.getCurrent().navigate(SegmentsNavigation.segments(key()));
        Messages.done(words.text("segment.own.deleted", words.model(model)), () -> own.restore(key(), model.id()));
    }
}
