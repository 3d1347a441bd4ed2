package org.clientele.access.ui;

import java.util.Objects;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a service's {@code @Transactional} methods in transactions, as Spring does. */
final class TransactionalProxy {
    private TransactionalProxy() {}

    static <T> T of(T service, TransactionTemplate transactions) {
        ProxyFactory factory = new ProxyFactory(service);
        factory.setProxyTargetClass(true);
        factory.addAdvice(new TransactionInterceptor(
                Objects.requireNonNull(transactions.getTransactionManager()),
                new AnnotationTransactionAttributeSource()));
        @SuppressWarnings("unchecked")
        T proxy = (T) factory.getProxy();
        return proxy;
    }
}
