package org.clientele.survey;

import java.util.List;

/**
 * What somebody answered, for a list.
 *
 * @param customer name, or number where the name is not known
 */
public record Voice(Invitation invitation, String customer, List<Reply> replies) {
    public Voice {
        replies = List.copyOf(replies);
    }
}
