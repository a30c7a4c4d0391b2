# Completion of macrostate for fish. Keep it: macrostate completion fish > ~/.config/fish/completions/macrostate.fish

function __macrostate_complete
    set -l program macrostate
    set -q MACROSTATE_COMMAND; and set program $MACROSTATE_COMMAND
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    $program __complete $words[2..-1] "$current" 2>/dev/null
end

function __macrostate_wants_file
    set -l words (commandline -opc)
    contains -- $words[-1] --out -o
end

complete -c macrostate -f -n 'not __macrostate_wants_file' -a '(__macrostate_complete)'
complete -c macrostate -F -n __macrostate_wants_file
