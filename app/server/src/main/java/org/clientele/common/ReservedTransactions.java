package org.clientele.common;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Begins no transaction that may write while the disk has no more room than its reserve: what was acknowledged is always whole on disk. */
public final class ReservedTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    private final transient DiskReserve reserve;

    public ReservedTransactions(DataSource dataSource, DiskReserve reserve) {
        super(dataSource);
        this.reserve = reserve;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (!definition.isReadOnly()) {
            reserve.require();
        }
        super.doBegin(transaction, definition);
    }
}
