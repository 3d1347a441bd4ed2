package org.clientele.privacy;

import java.time.Instant;

/**
 * That a customer was erased; nothing about who it was.
 *
 * @param by display name of who erased
 * @param counts rows by table and files, {@code interaction 3, task 2, files 1}
 */
public record ErasureProof(long id, Instant at, String by, String counts) {}
