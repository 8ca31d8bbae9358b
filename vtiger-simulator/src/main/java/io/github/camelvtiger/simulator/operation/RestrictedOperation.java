package io.github.camelvtiger.simulator.operation;

import java.util.List;

/** An operation whose registered file is not where the server allows files to be: a sentence for everybody who is logged in. */
record RestrictedOperation(String name) implements Operation {

    static List<Operation> all() {
        return List.of(new RestrictedOperation("changepassword"), new RestrictedOperation("deleteuser"));
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) {
        throw new RestrictedFile("the file registered for " + name + " does not exist");
    }
}
