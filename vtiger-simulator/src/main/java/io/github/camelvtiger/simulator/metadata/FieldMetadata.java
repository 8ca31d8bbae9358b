package io.github.camelvtiger.simulator.metadata;

import java.util.List;
import java.util.Map;

/**
 * One field of a module.
 *
 * @param type the type name of describe: string, picklist, reference, owner, currency ...
 * @param refersTo modules a reference may point to
 * @param picklistValues values in order
 * @param maxLength characters the column holds; longer texts are cut silently; 0 for no limit
 * @param described the field as {@code describe} gives it, key order kept
 */
public record FieldMetadata(
        String name,
        String type,
        boolean mandatory,
        boolean editable,
        List<String> refersTo,
        List<String> picklistValues,
        int maxLength,
        Map<String, Object> described) {}
