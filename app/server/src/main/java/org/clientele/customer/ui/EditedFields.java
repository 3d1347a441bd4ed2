package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.clientele.access.User;
import org.clientele.common.ui.FieldEditor;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.CustomerData;
import org.clientele.customer.CustomerRules;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.Layer;
import org.jspecify.annotations.Nullable;

/** The fields in which a customer's name, owner and attributes are written, layer by layer. */
final class EditedFields extends Div {
    private final Vertical vertical;
    private final Set<String> hidden;
    private final List<User> colleagues;
    private final VerticalFormats formats;
    private final TextField name = new TextField();
    private final ComboBox<User> owner = new ComboBox<>();
    private final Map<String, FieldEditor> editors = new HashMap<>();

    /**
     * @param hidden attributes that are left out: the user may not see them
     */
    EditedFields(Vertical vertical, List<User> colleagues, Set<String> hidden) {
        this.vertical = vertical;
        this.hidden = hidden;
        this.colleagues = colleagues;
        this.formats = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), getLocale());
        addClassName("form");
        name.setLabel(getTranslation("customer.field.name"));
        name.setMaxLength(CustomerRules.NAME_LENGTH);
        owner.setLabel(getTranslation("customer.field.owner"));
        owner.setItems(colleagues);
        owner.setItemLabelGenerator(User::displayName);
        owner.setClearButtonVisible(true);
        add(name, owner);
        for (Layer layer : Layer.values()) {
            addLayer(layer);
        }
    }

    VerticalFormats formats() {
        return formats;
    }

    TextField name() {
        return name;
    }

    boolean isValid() {
        return editors.values().stream()
                .filter(editor -> !editor.isValid())
                .toList()
                .isEmpty();
    }

    void show(CustomerData data) {
        name.setValue(data.name() == null ? "" : data.name());
        showOwner(data.ownerUserId());
        editors.forEach((attribute, editor) -> editor.show(data.attribute(attribute)));
    }

    void showOwner(@Nullable Long id) {
        owner.setValue(user(id));
    }

    /** What stands in the fields; what has no field stays as it was. */
    CustomerData typed(CustomerData before) {
        Map<String, Value> attributes = new HashMap<>(before.attributes());
        editors.forEach((attribute, editor) -> attributes.put(attribute, editor.value()));
        String text = name.getValue().strip();
        User chosen = owner.getValue();
        boolean unlisted = chosen == null && owner.isEmpty() && user(before.ownerUserId()) == null;
        Long ownerId = chosen != null ? Long.valueOf(chosen.id()) : unlisted ? before.ownerUserId() : null;
        return new CustomerData(before.ref(), text.isEmpty() ? null : text, ownerId, attributes);
    }

    void forEachEditor(BiConsumer<String, FieldEditor> work) {
        editors.forEach(work);
    }

    private @Nullable User user(@Nullable Long id) {
        return colleagues.stream()
                .filter(user -> Objects.equals(user.id(), id))
                .findFirst()
                .orElse(null);
    }

    private void addLayer(Layer layer) {
        List<Component> fields = new ArrayList<>();
        for (AttributeDefinition attribute : vertical.definition().attributes()) {
            if (attribute.layer() == layer && !hidden.contains(attribute.id())) {
                FieldEditor editor = FieldEditor.of(attribute, formats, vertical.currency());
                editors.put(attribute.id(), editor);
                fields.add(editor.component());
            }
        }
        if (!fields.isEmpty()) {
            H3 heading = new H3(getTranslation("customer.layer." + layer.name().toLowerCase(Locale.ROOT)));
            heading.addClassNames("section-title", "form-wide");
            add(heading);
            fields.forEach(this::add);
        }
    }
}
