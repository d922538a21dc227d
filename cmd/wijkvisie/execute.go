package main

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"wijkvisie/internal/diag"
)

// execute runs the command that the arguments name and returns its exit status. Package cobra
// finds it, reads its flags and completes them in a shell; what is said is ours, in the
// language of the reader.
func execute(ctx context.Context, env environment, lang diag.Lang) (status int, err error) {
	cobra.MousetrapHelpText = say(lang, sayDoubleClicked) // it is Windows alone that shows it
	root := program(env, lang, &status)
	root.SetArgs(env.args)
	err = root.ExecuteContext(ctx) // which sets the status
	return status, err
}

// program returns the program as package cobra has it. A command that runs sets the status.
func program(env environment, lang diag.Lang, status *int) *cobra.Command {
	showVersion := false
	root := &cobra.Command{
		Use: "wijkvisie", Short: say(lang, sayPurpose),
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case showVersion:
				_, err := version(c.Context(), env, nil)
				return err
			case len(args) > 0:
				return usageError{unknownCommand(args[0], lang)}
			}
			*status = statusUsage
			writeOverview(env.stderr, lang)
			return nil
		},
		SilenceErrors: true, SilenceUsage: true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetOut(env.stdout)
	root.SetErr(io.Discard) // what goes wrong is an error, which run reports
	root.Flags().BoolVar(&showVersion, "version", false, say(lang, sayVersionFlag))
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { writeHelp(env.stdout, lang, c.Name()) })
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return usageError{flagProblem(c, err, lang)} })
	root.SetHelpCommand(helpCommand(env, lang))
	setHelpFlag(root, lang)
	opt, raw := &options{lang: lang}, new(rawFlags)
	for _, f := range flagsOfAll() {
		addFlag(root, root.PersistentFlags(), f, command{}, opt, raw)
	}
	for _, c := range commands() {
		root.AddCommand(cobraCommand(c, env, opt, raw, status))
	}
	return root
}

// cobraCommand returns a command as package cobra has it. It reads its flags into opt and raw.
func cobraCommand(c command, env environment, opt *options, raw *rawFlags, status *int) *cobra.Command {
	lang := opt.lang
	cc := &cobra.Command{
		Use: c.name, Short: say(lang, c.purpose),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > c.most {
				return usageError{say(lang, sayExtraArgument, args[c.most], c.name)}
			}
			return nil
		},
		RunE: func(cc *cobra.Command, args []string) (err error) {
			opt.args = args
			cc.Flags().Visit(func(f *pflag.Flag) { opt.flags = append(opt.flags, f.Name) })
			if err := raw.read(opt, c); err != nil {
				return err
			}
			*status, err = c.run(cc.Context(), env, opt)
			return err
		},
	}
	if c.values != nil {
		cc.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if values := c.values(args); values != nil {
				return values, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveDefault
		}
	} else if c.most == 0 {
		cc.ValidArgsFunction = cobra.NoFileCompletions
	}
	setHelpFlag(cc, lang)
	for _, f := range flagsOf(c) {
		addFlag(cc, cc.Flags(), f, c, opt, raw)
	}
	return cc
}

// addFlag adds a flag to those of a command, with what a shell completes.
func addFlag(cc *cobra.Command, set *pflag.FlagSet, f flagKind, c command, opt *options, raw *rawFlags) {
	f.define(set, f, opt, raw)
	set.Lookup(f.name).Usage = say(opt.lang, f.about)
	if f.values == nil {
		return
	}
	if err := cc.RegisterFlagCompletionFunc(f.name, cobra.FixedCompletions(f.values(c), cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // a flag that was not defined
	}
}

// helpCommand is "wijkvisie help", with or without the name of a command.
func helpCommand(env environment, lang diag.Lang) *cobra.Command {
	return &cobra.Command{
		Use: "help", Short: say(lang, sayHelpCommand),
		ValidArgs: commandNames(),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				writeOverview(env.stdout, lang)
				return nil
			}
			if !writeHelp(env.stdout, lang, args[0]) {
				return usageError{unknownCommand(args[0], lang)}
			}
			return nil
		},
	}
}

func setHelpFlag(c *cobra.Command, lang diag.Lang) {
	c.Flags().BoolP("help", "h", false, say(lang, sayHelpFlag))
}

// flagProblem says what is wrong with the flags of a command.
func flagProblem(c *cobra.Command, err error, lang diag.Lang) string {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		var known []string
		c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		name := unknown.GetSpecifiedName()
		if near, ok := diag.Nearest(name, known); ok {
			return say(lang, sayUnknownFlagNear, dashed(name), c.CommandPath(), near)
		}
		return say(lang, sayUnknownFlag, dashed(name), c.CommandPath())
	case errors.As(err, &bare):
		return say(lang, sayNoValue, dashed(bare.GetSpecifiedName()))
	case errors.As(err, &invalid):
		return say(lang, sayBadValue, dashed(invalid.GetFlag().Name), invalid.GetValue())
	}
	return say(lang, sayBadFlags, err.Error())
}

// dashed returns the name of a flag with its dashes.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

func unknownCommand(name string, lang diag.Lang) string {
	if near, ok := diag.Nearest(name, commandNames()); ok {
		return say(lang, sayUnknownCommandNear, name, near)
	}
	return say(lang, sayUnknownCommand, name)
}

// shells are the shells that a script can be written for.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

// writeCompletion writes the script of a shell that completes commands and flags.
func writeCompletion(_ context.Context, env environment, opt *options) (int, error) {
	name := ""
	if len(opt.args) > 0 {
		name = opt.args[0]
	}
	root := program(env, opt.lang, new(int))
	var err error
	switch name {
	case "bash":
		err = root.GenBashCompletionV2(env.stdout, true)
	case "zsh":
		err = root.GenZshCompletion(env.stdout)
	case "fish":
		err = root.GenFishCompletion(env.stdout, true)
	case "powershell":
		err = root.GenPowerShellCompletionWithDesc(env.stdout)
	default:
		return 0, usageError{say(opt.lang, sayWhichShell, strings.Join(shells(), ", "))}
	}
	return statusDone, err
}
