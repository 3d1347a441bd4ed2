package org.clientele.cases.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.clientele.cases.ServiceCase;
import org.clientele.plugin.Vertical;

/** Something that another feature shows beside a case. Every Spring bean of this type is asked when a case is opened. */
public interface CaseAside {
    /** A new component for the case, or nothing. */
    Optional<Component> create(Vertical vertical, ServiceCase one);
}
