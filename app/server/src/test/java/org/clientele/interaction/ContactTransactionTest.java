package org.clientele.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clientele.common.ConflictProblem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ContactTransactionTest {
    private final ShopPortal portal;
    private final TestContacts contacts;
    private final InteractionService service;
    private final long anna;

    ContactTransactionTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
        contacts = TestContacts.open(portal);
        anna = portal.customer("anna", "Anna", Map.of()).id();
        service = inTransactions(contacts.service());
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldKeepNeitherContactNorFinishedWorkWhenWhatFollowsFails() {
        Interaction call = contacts.log(anna, "Call back", LocalDate.of(2026, 3, 1));
        UUID request = UUID.randomUUID();
        assertThatThrownBy(() -> service.log("shop", anna, request, contact(), logged -> {
                    contacts.service().completeFollowUp("shop", call.id());
                    throw new ConflictProblem("interaction.problem.conflict");
                }))
                .isInstanceOf(ConflictProblem.class);
        assertThat(service.ofCustomer("shop", anna, 10))
                .extracting(one -> one.data().subject())
                .containsExactly("Call back");
        assertThat(service.get("shop", call.id()).isOpen()).isTrue();

        service.log(
                "shop", anna, request, contact(), logged -> contacts.service().completeFollowUp("shop", call.id()));
        assertThat(service.ofCustomer("shop", anna, 10)).hasSize(2);
        assertThat(service.get("shop", call.id()).isOpen()).isFalse();
    }

    @Test
    void shouldTellTheSecondOfTwoWhoHandAFollowUpOver() {
        Interaction call = contacts.log(anna, "Call back", LocalDate.of(2026, 3, 1));
        long me = portal.rights.user().id();
        service.handOverFollowUp("shop", call, me);
        assertThatThrownBy(() -> service.handOverFollowUp("shop", call, me)).isInstanceOf(ConflictProblem.class);
        service.handOverFollowUp("shop", service.get("shop", call.id()), me);
    }

    private InteractionData contact() {
        return new InteractionData(
                portal.clock.instant(), Channel.PHONE, Direction.OUTGOING, "Called", "", null, null, null);
    }

    /** As the portal has it. */
    private InteractionService inTransactions(InteractionService plain) {
        ProxyFactory proxies = new ProxyFactory(plain);
        proxies.setProxyTargetClass(true);
        proxies.addAdvice(new TransactionInterceptor(
                Objects.requireNonNull(portal.database.transactions().getTransactionManager()),
                new AnnotationTransactionAttributeSource()));
        return (InteractionService) proxies.getProxy();
    }
}
