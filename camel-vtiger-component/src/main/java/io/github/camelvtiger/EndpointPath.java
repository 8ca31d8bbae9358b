package io.github.camelvtiger;

import java.util.Map;

/** Operation and module of an endpoint, from the path of its URI or from query options of these names, never from both. */
record EndpointPath(VtigerOperation operation, String module) {

    static EndpointPath of(String remaining, Map<String, Object> parameters) {
        int slash = remaining.indexOf('/');
        String operation = slash < 0 ? remaining : remaining.substring(0, slash);
        String module = slash < 0 ? "" : remaining.substring(slash + 1);
        operation = either("operation", operation, parameters);
        module = either("module", module, parameters);
        return new EndpointPath(operation(operation), module.isEmpty() ? null : module);
    }

    private static String either(String name, String inPath, Map<String, Object> parameters) {
        Object option = parameters.remove(name);
        String inQuery = option == null ? "" : option.toString().strip();
        if (!inPath.isBlank() && !inQuery.isEmpty()) {
            throw new IllegalArgumentException("The " + name + " is given twice, as '" + inPath
                    + "' in the path and as '" + inQuery + "' in the option " + name + "; leave one of them out.");
        }
        return inQuery.isEmpty() ? inPath.strip() : inQuery;
    }

    private static VtigerOperation operation(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "The URI does not name an operation; write vtiger:operation or vtiger:operation/module with one of "
                            + OperationNames.all() + ".");
        }
        return OperationNames.parse(name);
    }
}
