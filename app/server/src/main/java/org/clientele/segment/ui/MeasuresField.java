package org.clientele.segment.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which attributes and metrics a model goes by. */
final class MeasuresField extends MultiSelectComboBox<String> {
    private final transient List<String> chosen;
    private final transient List<String> offered;

    /** @param offered ids of attributes and metrics; those chosen are offered in any case */
    MeasuresField(SegmentWords words, String label, List<String> offered, List<String> chosen) {
        super(label);
        this.chosen = List.copyOf(chosen);
        this.offered = List.copyOf(offered);
        Comparator<String> byName = Comparator.comparing(
                words::subject, Collator.getInstance(words.formats().locale()));
        setItems(Stream.concat(chosen.stream(), offered.stream())
                .distinct()
                .sorted(byName)
                .toList());
        setItemLabelGenerator(words::subject);
        setValue(chosen);
        setAutoExpand(AutoExpandMode.VERTICAL);
        setManualValidation(true);
        setWidthFull();
    }

    /** Those chosen at first in their order, then the others in theirs: taking one out and in again changes nothing. */
    List<String> ids() {
        Set<String> now = getValue();
        return Stream.concat(chosen.stream(), offered.stream())
                .distinct()
                .filter(now::contains)
                .toList();
    }

    /** Marks the field unless there are as many as there may be, or as there were, and says whether there are. */
    boolean judge(int least, int most) {
        int size = getValue().size();
        boolean wrong = (size < least || size > most) && !ids().equals(chosen);
        setInvalid(wrong);
        return !wrong;
    }
}
