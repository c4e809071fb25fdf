/** How the program ends: done, condition does not hold, misuse, no usable answer, token refused, and 128 plus the number of SIGHUP, SIGINT, SIGQUIT and SIGTERM. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 129 | 130 | 131 | 143;
