package org.clientele.customer;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.VerticalDefinition;

/** The attributes under which somebody is reached: telephone numbers and addresses of mail, told by their ids. */
final class ContactFields {
    private static final Pattern REACHED =
            Pattern.compile("(.*_)?(phone|telephone|tel|mobile|email|mail|wechat|fax)(_.*)?");

    private ContactFields() {}

    /** @param hidden attributes that are kept from the user */
    static List<String> of(VerticalDefinition definition, Set<String> hidden) {
        return definition.attributes().stream()
                .filter(attribute -> attribute.type() == FieldType.TEXT)
                .map(AttributeDefinition::id)
                .filter(id -> REACHED.matcher(id).matches() && !hidden.contains(id))
                .toList();
    }

    /** The figures of a number, without what people put between them; the country code 86 of China left out. */
    static String figures(String text) {
        StringBuilder read = new StringBuilder(text.length());
        text.chars().filter(letter -> letter >= '0' && letter <= '9').forEach(figure -> read.append((char) figure));
        String figures = read.toString();
        String plain = text.strip();
        return plain.startsWith("+86") || plain.startsWith("0086")
                ? figures.substring(plain.startsWith("+") ? 2 : 4)
                : figures;
    }
}
