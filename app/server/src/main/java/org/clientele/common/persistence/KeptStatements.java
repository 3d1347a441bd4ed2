package org.clientele.common.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * HSQLDB compiles a statement each time it is prepared, unless the same connection has the same text prepared already, and compiling takes longer than
 * most statements do. So each connection keeps one of those that come again, which is never executed itself: after a change of tables HSQLDB
 * compiles the next one anew, and those kept are renewed now and then.
 */
final class KeptStatements implements InvocationHandler {
    private static final int MOST = 100;
    private static final int RENEWED_AFTER = 50;

    private final Connection connection;
    private final SequencedMap<String, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    private KeptStatements(Connection connection) {
        this.connection = connection;
    }

    /** Where connections of an embedded database come from. */
    static DataSource dataSource(String url) {
        return new DelegatingDataSource(new DriverManagerDataSource(url)) {
            /** Opening takes no time within the process; but so long the pool waits for connections that are being opened when it is closed. */
            private int loginTimeout;

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return keeping(super.getConnection(user, password));
            }

            @Override
            public void setLoginTimeout(int seconds) {
                loginTimeout = seconds;
            }

            @Override
            public int getLoginTimeout() {
                return loginTimeout;
            }
        };
    }

    static Connection keeping(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                KeptStatements.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new KeptStatements(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            Object result = method.invoke(connection, arguments);
            if (arguments != null && method.getName().equals("prepareStatement")) {
                keep(method, arguments);
            }
            return result;
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    private void keep(Method method, Object[] arguments)
            throws SQLException, IllegalAccessException, InvocationTargetException {
        Kept one = kept.computeIfAbsent(key(arguments), text -> new Kept());
        one.asked++;
        if (one.asked % RENEWED_AFTER == 2) {
            PreparedStatement before = one.statement;
            one.statement = (PreparedStatement) method.invoke(connection, arguments);
            close(before);
        }
        if (kept.size() > MOST) {
            close(kept.pollFirstEntry().getValue().statement);
        }
    }

    /** The text and what else it was prepared with, such as which columns are given back. */
    private static String key(Object[] arguments) {
        return arguments.length == 1 ? (String) arguments[0] : Arrays.deepToString(arguments);
    }

    private static void close(@Nullable PreparedStatement statement) throws SQLException {
        if (statement != null) {
            statement.close();
        }
    }

    private static final class Kept {
        private int asked;
        private @Nullable PreparedStatement statement;
    }
}
