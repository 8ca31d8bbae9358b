package io.github.camelvtiger.writes;

import io.github.camelvtiger.client.ModuleDescription.Field;

/** Whether what the CRM has is what is wanted, in whatever form. */
@FunctionalInterface
public interface ValueComparison {

    boolean same(Field field, Object wanted, Object stored);
}
