rootProject.name = "oldbuffer-example-gradle"
