package org.clientele.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LocalDraftTest {
    private final TextArea notes = new TextArea();
    private final DatePicker followUp = new DatePicker();
    private final LocalDraft draft = new LocalDraft("interaction:7:42");

    @BeforeEach
    void keepBoth() {
        draft.keep("notes", notes).keep("followUp", followUp, LocalDate::toString, LocalDate::parse);
    }

    @Test
    void shouldPutADraftBackIntoItsFields() {
        restore("{\"notes\":\"Delivery was late\",\"followUp\":\"2026-11-29\"}");
        assertThat(notes.getValue()).isEqualTo("Delivery was late");
        assertThat(followUp.getValue()).isEqualTo(LocalDate.of(2026, 11, 29));
    }

    @Test
    void shouldRestoreTheOtherFieldsWhenOneCannotBeRead() {
        restore("{\"notes\":\"Delivery was late\",\"followUp\":\"soon\",\"gone\":\"x\"}");
        assertThat(notes.getValue()).isEqualTo("Delivery was late");
        assertThat(followUp.getValue()).isNull();
    }

    @Test
    void shouldMarkTextFieldsForTheBrowser() {
        assertThat(notes.getElement().getAttribute("data-draft")).isEqualTo("notes");
        assertThat(followUp.getElement().hasAttribute("data-draft")).isFalse();
    }

    private void restore(String json) {
        ComponentUtil.fireEvent(
                draft,
                new LocalDraft.RestoredEvent(draft, true, JsonMapper.shared().readTree(json)));
    }
}
