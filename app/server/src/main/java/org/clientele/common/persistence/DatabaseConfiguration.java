package org.clientele.common.persistence;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.DiskReserve;
import org.clientele.common.ReservedTransactions;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** How the features reach the database that {@link DatabaseStart} opens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClienteleProperties.class)
@EnableTransactionManagement
class DatabaseConfiguration {
    /** Closed with the database, after everything that uses it. */
    @Bean(destroyMethod = "")
    HikariDataSource dataSource(PortalDatabase database) {
        return database.dataSource();
    }

    @Bean
    Dialect dialect(PortalDatabase database) {
        return database.dialect();
    }

    @Bean
    PlatformTransactionManager transactionManager(
            DataSource dataSource, Dialect dialect, ClienteleProperties properties) {
        DiskReserve reserve =
                dialect == Dialect.HSQLDB ? DiskReserve.of(properties.data()) : DiskReserve.none(properties.data());
        return new ReservedTransactions(dataSource, reserve);
    }

    @Bean
    Jdbi jdbi(DataSource dataSource) {
        return Connections.jdbi(dataSource);
    }
}
