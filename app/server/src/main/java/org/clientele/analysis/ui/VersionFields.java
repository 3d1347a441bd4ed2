package org.clientele.analysis.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.clientele.analysis.SegmentMovement.Versions;
import org.clientele.segment.ModelVersion;

/** Which versions of the model find the segments at the start and at the end. */
final class VersionFields {
    private final List<Integer> numbers;
    private final UnaryOperator<String> text;

    /** @param text the text of a key */
    VersionFields(List<ModelVersion> history, UnaryOperator<String> text) {
        this.numbers = history.stream()
                .filter(version -> version.status() == ModelVersion.Status.PUBLISHED)
                .map(ModelVersion::number)
                .toList();
        this.text = text;
    }

    /** What the address says, as "1..2"; else the version that applies at both ends. */
    Versions read(String address, int applies) {
        String[] ends = address.split("\\.\\.", -1);
        Versions usual = new Versions(applies, applies);
        try {
            Versions asked =
                    ends.length == 2 ? new Versions(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])) : usual;
            return numbers.contains(asked.from()) && numbers.contains(asked.to()) ? asked : usual;
        } catch (NumberFormatException unreadable) {
            return usual;
        }
    }

    /** The fields; none while there is but one version. */
    List<Component> fields(Versions versions, Consumer<Versions> chosen) {
        return numbers.size() < 2
                ? List.of()
                : List.of(
                        field(
                                "analysis.movement.version.from",
                                versions.from(),
                                number -> chosen.accept(new Versions(number, versions.to()))),
                        field(
                                "analysis.movement.version.to",
                                versions.to(),
                                number -> chosen.accept(new Versions(versions.from(), number))));
    }

    private Select<Integer> field(String key, int value, Consumer<Integer> chosen) {
        Select<Integer> select = new Select<>();
        select.setAriaLabel(text.apply(key));
        select.setPrefixComponent(new Span(text.apply(key)));
        select.setItems(numbers);
        select.setValue(value);
        select.addClassName("version-field");
        select.addValueChangeListener(change -> chosen.accept(change.getValue()));
        return select;
    }
}
