package org.clientele.common.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.clientele.frontend.Icon;

/** Searches a list while somebody types, after a pause. */
public final class SearchField extends TextField {
    private static final int TYPING_PAUSE = 300;

    public SearchField(String hint, String text, Consumer<String> whenTyped) {
        setPlaceholder(hint);
        setAriaLabel(hint);
        setPrefixComponent(Icon.SEARCH.create());
        setClearButtonVisible(true);
        setValue(text);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(TYPING_PAUSE);
        addValueChangeListener(change -> whenTyped.accept(change.getValue()));
    }
}
