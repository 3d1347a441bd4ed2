package org.clientele.plugins.api;

import org.jspecify.annotations.Nullable;

/**
 * A card that tells staff how to deal with a kind of customer. Its texts say how such a customer is recognised
 * ({@link Texts#guideSigns}) and what to do ({@link Texts#guideAdvice}).
 *
 * @param id lower case, {@code [a-z][a-z0-9_]{0,39}}, unique in the vertical
 * @param group guides of a group exclude each other for a customer and stand together (temperament, age); named by
 *     {@link Texts#guideGroup}
 * @param attribute the choice attribute that staff set by taking this card, or null when {@code when} decides
 * @param value the value of {@code attribute} that stands for this card; null with {@code when}
 * @param when whom the card is for, over attributes, metrics and models by id; null with {@code attribute}
 * @param source id of where it comes from ({@link Texts#source}), or null
 */
public record GuideDefinition(
        String id,
        String group,
        @Nullable String attribute,
        @Nullable String value,
        @Nullable String when,
        @Nullable String source) {}
