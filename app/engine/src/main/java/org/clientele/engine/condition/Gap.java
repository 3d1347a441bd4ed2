package org.clientele.engine.condition;

import org.clientele.engine.column.Value;

/**
 * What one attribute or metric still lacks.
 *
 * @param subject id of the attribute or metric, or the expression as text
 * @param operator how the value must compare with the target; {@link Operator#AT_LEAST} or {@link Operator#AT_MOST} wherever a nearest
 *     sufficient value exists (whole numbers, money, dates)
 * @param target the value to reach
 * @param difference target − actual value, negative when it must shrink; {@link Value#MISSING} where there is no such number
 */
public record Gap(String subject, Operator operator, Value target, Value difference) {}
