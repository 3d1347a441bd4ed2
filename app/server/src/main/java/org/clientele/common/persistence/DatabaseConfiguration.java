package org.clientele.common.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.clientele.common.ClienteleProperties;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The system of record: HSQLDB in the data folder, or PostgreSQL when a URL is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClienteleProperties.class)
@EnableTransactionManagement
class DatabaseConfiguration {
    private static final int CONNECTIONS = 12;

    @Bean(destroyMethod = "close")
    @Conditional(NoUrl.class)
    EmbeddedDatabase embeddedDatabase(ClienteleProperties properties) {
        return EmbeddedDatabase.open(properties.data());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            ClienteleProperties properties,
            org.springframework.beans.factory.ObjectProvider<EmbeddedDatabase> embedded) {
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(CONNECTIONS);
        EmbeddedDatabase database = embedded.getIfAvailable();
        if (database != null) {
            config.setJdbcUrl(database.url());
            config.setUsername(EmbeddedDatabase.USER);
            config.setPassword(database.password());
        } else {
            config.setJdbcUrl(properties.database().url());
            config.setUsername(properties.database().user());
            config.setPassword(properties.database().password());
        }
        HikariDataSource dataSource = new HikariDataSource(config);
        Migrations.run(dataSource, Dialect.of(dataSource.getJdbcUrl()));
        return dataSource;
    }

    @Bean
    Dialect dialect(HikariDataSource dataSource) {
        return Dialect.of(dataSource.getJdbcUrl());
    }

    @Bean
    Jdbi jdbi(DataSource dataSource) {
        return Jdbi.create(new TransactionAwareDataSourceProxy(dataSource));
    }

    static class NoUrl implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("clientele.database.url", "")
                    .isBlank();
        }
    }
}
