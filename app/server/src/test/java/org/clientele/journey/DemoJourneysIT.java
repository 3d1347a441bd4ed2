package org.clientele.journey;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** What shares a portal with its sample customers: in one class, since classes are spread over processes and each process would start that portal. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class DemoJourneysIT {
    @Nested
    @Order(1)
    class Manager extends ManagerJourney {
        Manager(DemoPortal portal) {
            super(portal);
        }
    }

    @Nested
    @Order(2)
    class Survey extends SurveyJourney {
        Survey(DemoPortal portal) {
            super(portal);
        }
    }

    @Nested
    @Order(3)
    class ServiceDesk extends ServiceDeskJourney {
        ServiceDesk(DemoPortal portal) {
            super(portal);
        }
    }

    @Nested
    @Order(4)
    class Screens extends DeskScreens {
        Screens(DemoPortal portal) {
            super(portal);
        }
    }
}
